import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { secrecyMarks } from './marks.ts'

const kindsIn = (text: string, header = false) => secrecyMarks(text, { header }).map(({ kind }) => kind)

describe('a secrecy mark is found', () => {
  test.each([
    ['机密★10年', 'secret'],
    ['秘密★', 'confidential'],
    ['绝密★启用前', 'top_secret'],
    ['绝密★长期', 'top_secret'],
    ['机 密 ★ 10 年', 'secret'],
    ['机　密★１０年', 'secret'],
    ['秘密☆6个月', 'confidential'],
    ['000123 机密★1年', 'secret'],
    ['关于某项工作的报告 秘密★5年', 'confidential'],
    ['报告正文。机密★10年', 'secret'],
    ['密级:机密', 'secret'],
    ['密级：秘密', 'confidential'],
    ['密 级: 绝 密', 'top_secret'],
    ['【机密】', 'secret'],
    ['(秘密)', 'confidential'],
    ['机密', 'secret'],
    ['绝  密', 'top_secret'],
    ['机密级', 'secret'],
    ['秘密*3年', 'confidential'],
    ['机密 10年', 'secret'],
    ['秘密 长期', 'confidential'],
    ['机\u200b密★10年', 'secret'],
    ['\ufeff秘密★', 'confidential'],
    ['内部资料', 'internal'],
    ['内部文件 注意保管', 'internal'],
    ['内部资料，注意保存', 'internal'],
    ['【内部资料 请勿外传】', 'internal'],
    ['内部资料 注意保管 关于某项工作的情况', 'internal'],
    ['仅供内部使用', 'internal'],
    ['内 部 材 料', 'internal'],
    ['内部参考', 'internal'],
    ['某工作情况报告(内部资料,不得外传)', 'internal'],
    ['工作秘密', 'work_secret'],
    ['工作秘密★3年', 'work_secret'],
    ['工作秘密 注意保管', 'work_secret'],
    ['【工作秘密】', 'work_secret'],
  ])('in “%s” as %s', (text, kind) => {
    expect(kindsIn(text)).toEqual([kind])
  })

  test('on its line among others, wherever lines end', () => {
    expect(secrecyMarks('某省科技厅文件\r\n机密★10年\r\n关于某事的通知')).toEqual([{ kind: 'secret', line: 1 }])
    expect(secrecyMarks('第一行\n\n秘密\n\n正文')).toEqual([{ kind: 'confidential', line: 2 }])
  })

  test('beside other words in a header', () => {
    expect(kindsIn('省科技厅  机密', true)).toEqual(['secret'])
    expect(kindsIn('秘密 第3期', true)).toEqual(['confidential'])
    expect(kindsIn('工作简报 内部资料', true)).toEqual(['internal'])
  })

  test('whatever blanks stand between its characters', () => {
    const blanks = fc.string({ unit: fc.constantFrom(' ', '\u3000', '\t', '\u200b'), maxLength: 3 })
    fc.assert(
      fc.property(blanks, blanks, blanks, (one, two, three) => {
        expect(kindsIn(`${one}机${two}密${three}★${one}10年`)).toEqual(['secret'])
      }),
      { seed: 1 },
    )
  })
})

describe('no secrecy mark is', () => {
  test.each([
    '商业秘密',
    '保守商业秘密和国家秘密',
    '秘密级管理办法',
    '秘密级别管理办法',
    '机密文件管理规定',
    '机密性、完整性、可用性',
    '绝密级通信量子密钥分发技术',
    '保密制度',
    '内部控制',
    '内部控制制度建设',
    '内部资料管理办法',
    '内部文件应当注意保管并按期归档',
    '内部',
    '工作秘密管理办法',
    '依法确定工作秘密的范围',
    '本单位涉密人员应当保守国家秘密、工作秘密。',
    '本申报材料不含国家秘密、工作秘密和商业秘密',
    '不得含有“机密★10年”等标志',
    '标注"秘密★"的文件不得上传',
    '是否涉密:否',
    '密级:公开',
    '密级:无',
    '产品获评★★★★★',
    '秘密武器★五星推荐',
    '技术秘密许可合同',
    '机密计算(可信执行环境)',
    '加密与解密算法',
    '密码应用',
  ])('“%s”', (text) => {
    expect(kindsIn(text)).toEqual([])
  })

  test('a word that a broken line left alone', () => {
    expect(kindsIn('各方应当保守商业\n秘密\n不得泄露')).toEqual([])
    expect(kindsIn('依法确定国家秘密、\n工作秘密\n的范围')).toEqual([])
  })

  test('a title about secrecy, in a header', () => {
    expect(kindsIn('商业秘密保护指引', true)).toEqual([])
    expect(kindsIn('机密计算白皮书', true)).toEqual([])
  })
})
