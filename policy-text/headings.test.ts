import { expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'

const headingsOf = (text: string) => readPlan(text).headings.map(({ number, text: words }) => `${number}${words}`)

test('a page on one line still shows its headings, and what the page says of itself is left out', () => {
  const text =
    '首页 > 政策 某市节水行动方案（2031—2033年） 发布时间：2031-05-16 浏览次数：23 为推进节约用水，制定本方案。 一、总体要求 （一）基本思路。坚持节水优先，以用水方式转变为主线，完善制度。 （二）工作目标。到2033年，用水效率明显提高，节水意识明显增强。 二、主要任务 （一）加强管理 1.严格定额。修订用水定额。（市水务局牵头，市统计局配合） 2.推广器具。鼓励使用节水器具。 某市水务局 2031年5月9日 上一篇：关于开展节水宣传的通知'
  const { title, issuer, date, responsibilities } = readPlan(text)

  expect(headingsOf(text)).toEqual([
    '一、总体要求',
    '（一）基本思路',
    '（二）工作目标',
    '二、主要任务',
    '（一）加强管理',
    '1.严格定额',
    '2.推广器具',
  ])
  expect({ title, issuer, date }).toEqual({ title: '某市节水行动方案（2031—2033年）', issuer: ['某市水务局'], date: '2031-05-09' })
  expect(responsibilities).toMatchObject([{ lead: ['市水务局'], support: ['市统计局'] }])
})

test('numbers of paragraphs are no headings, and (a) on a line of its own is one', () => {
  const text = [
    '海岸保育策略檢討',
    '1. 當局在完成公眾諮詢後，制訂了新一輪的策略。',
    '2. 我們收到的意見書大部分支持擴大範圍，亦提出不少建議。',
    '(a) 加強監察',
    '3. 我們會建立生物多樣性資料庫，供研究人員和市民查閱。',
    '4. 我們亦會推出清潔熱點地圖，由環境保護署牽頭，康樂及文化事務署和漁農自然護理署協辦。',
  ].join('\n')

  expect(headingsOf(text)).toEqual(['(a)加強監察'])
  expect(readPlan(text).responsibilities).toMatchObject([{ lead: ['環境保護署'], support: ['康樂及文化事務署', '漁農自然護理署'] }])
})

test('the last item of a list and the notes below a table are no headings', () => {
  const text =
    '某市若干措施\n一、申报条件\n（一）已取得许可证；\n（二）近三年无不良记录。\n二、申报程序\n注：\n1.数据均为初步数。\n2.口径见说明。'

  expect(headingsOf(text)).toEqual(['一、申报条件', '二、申报程序'])
})

test('who leads all tasks of a group is said once by its heading', () => {
  const text =
    '某省重点工作分工\n一、省应急厅、省水利厅牵头负责的工作（2项）\n1.修订预案。（配合单位：省公安厅）\n2.开展演练。（配合单位：各市人民政府）'

  expect(readPlan(text).responsibilities.map(({ lead, support }) => [lead, support])).toEqual([
    [['省应急厅', '省水利厅'], ['省公安厅']],
    [['省应急厅', '省水利厅'], ['各市人民政府']],
  ])
})

test('the name of an article in brackets is its heading', () => {
  const text = '某市若干措施\n第一条【场地支持】闲置厂房可以按规定使用。\n第二条 【人才支持】给予住房补贴，并提供服务。'

  expect(headingsOf(text)).toEqual(['第一条【场地支持】', '第二条【人才支持】'])
})
