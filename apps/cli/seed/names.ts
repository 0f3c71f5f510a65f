import type { Random } from './random.ts'

const SURNAMES = [
  ...'赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜戚谢邹苏潘葛范彭郎鲁韦马苗方俞任袁柳史唐费薛雷贺倪汤殷罗毕郝安常于傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮',
]
const GIVEN = [
  ...'安柏朝晨承初川岱东帆芳菲刚国海涵航浩和恒宏虹华慧吉嘉建江杰洁金锦静君俊凯康可岚乐磊黎立林岭琳凌露璐敏明宁沛平萍琪启千倩清然荣瑞若珊尚盛诗书舒松涛天婷同彤维文雯希晓欣新星旭雪雅妍彦扬瑶怡艺亦逸颖永勇雨语玉渊元远岳越云泽哲珍振知志舟子梓',
]
const WORDS = [
  '星澜',
  '云帆',
  '启元',
  '恒信',
  '远景',
  '智芯',
  '博观',
  '清源',
  '天衡',
  '华拓',
  '景行',
  '新曜',
  '瑞驰',
  '同创',
  '励石',
  '凌云',
  '海纳',
  '本原',
  '卓越',
  '明德',
  '锐思',
  '中恒',
  '鼎元',
  '凯瑞',
  '朗月',
  '群峰',
  '创维',
  '晨晖',
  '泽润',
  '格物',
]
const INDUSTRIES = [
  '量子',
  '智能装备',
  '半导体',
  '合成生物',
  '储能',
  '新材料',
  '通信',
  '细胞工程',
  '深海装备',
  '航天',
  '脑机',
  '氢能',
  '数字',
  '机器人',
  '光电',
  '传感',
]

/** Invented names of people, from a seed. */
export function personName(random: Random): string {
  return `${random.pick(SURNAMES)}${random.pick(GIVEN)}${random.below(4) === 0 ? '' : random.pick(GIVEN)}`
}

/** An invented name of a unit of this place: 昆山星澜量子科技有限公司(演示). */
export function unitName(random: Random, place: string, type: 'enterprise' | 'university' | 'institute' | 'agency'): string {
  const stem = `${place.replace(/(?:市|区|县)$/u, '')}${random.pick(WORDS)}`
  const ending = {
    enterprise: `${random.pick(INDUSTRIES)}科技有限公司`,
    university: '理工学院',
    institute: `${random.pick(INDUSTRIES)}研究院`,
    agency: '科技园运营有限公司',
  }[type]
  return `${stem}${ending}（演示）`
}
