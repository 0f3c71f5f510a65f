import type { Words } from '#engine/define/words.ts'
import type { Pack } from './pack-format.ts'

/** Something a draft could not decide, with the part it is about. */
export interface Doubt {
  readonly kind: 'head' | 'targets' | 'tasks' | 'registers' | 'indicators' | 'classifications' | 'instruments'
  readonly key: string
  readonly words: Words
}

/** Below this the reader says itself that it may be wrong. */
const SURE = 0.7

/** What is left for a person to decide, in the order of the files. */
export function packDoubts(pack: Pack): readonly Doubt[] {
  return [
    ...headDoubts(pack),
    ...pack.targets.flatMap((target) => targetDoubts(target, pack.items)),
    ...pack.tasks.flatMap(taskDoubts),
    ...pack.registers.flatMap(registerDoubts),
    ...pack.indicators.flatMap(indicatorDoubts),
    ...pack.classifications
      .slice(0, 1)
      .map(({ code, terms }) =>
        doubt(
          'classifications',
          code,
          `分类初稿 ${terms.length} 类：核对层级、英文名称和对照关系`,
          `draft of ${terms.length} classes: check levels, English names, crosswalks`,
        ),
      ),
    ...pack.instruments.map(({ key }) =>
      doubt(
        'instruments',
        key,
        '政策工具：核对对象、条件和标准后改为 decided',
        'policy instrument: check who, conditions and rates, then mark it decided',
      ),
    ),
  ]
}

function doubt(kind: Doubt['kind'], key: string, zh: string, en: string): Doubt {
  return { kind, key, words: { zh, en } }
}

function headDoubts({ source, fromYear, toYear }: Pack): readonly Doubt[] {
  return [
    ...(source.documentNo === null ? [doubt('head', 'documentNo', '没有找到文号', 'no document number found')] : []),
    ...(source.date === null ? [doubt('head', 'date', '没有找到成文日期', 'no signing date found')] : []),
    ...(source.issuers.length === 0 ? [doubt('head', 'issuers', '没有找到发文机关', 'no issuer found')] : []),
    ...(fromYear === null || toYear === null
      ? [doubt('head', 'years', '方案没有写明起止年', 'the plan does not say its first and last year')]
      : []),
  ]
}

function targetDoubts(
  { key, item, title, relation, deadline, deadlineInherited }: Pack['targets'][number],
  items: Pack['items'],
): readonly Doubt[] {
  const confidence = Number(items.find((each) => each.key === item)?.confidence ?? 1)
  return [
    ...(confidence < SURE
      ? [doubt('targets', key, `“${title}”把握不大（${confidence}）`, `“${title}” is not certain (${confidence})`)]
      : []),
    ...(relation === 'open' ? [doubt('targets', key, `“${title}”是否计入总目标待定`, `“${title}”: open whether within its headline`)] : []),
    ...(deadline === null
      ? [doubt('targets', key, `“${title}”没有截止年`, `“${title}” has no deadline`)]
      : deadlineInherited
        ? [
            doubt(
              'targets',
              key,
              `“${title}”截止年 ${deadline} 是沿用方案末年`,
              `“${title}”: the deadline ${deadline} is the plan's last year`,
            ),
          ]
        : []),
  ]
}

function taskDoubts({ key, title, lead, actionClass }: Pack['tasks'][number]): readonly Doubt[] {
  return [
    ...(lead.every(({ origin }) => origin === 'standard')
      ? [doubt('tasks', key, `“${title}”没有责任标注，默认由发文机关负责`, `“${title}” has no mark of duty; the issuer answers by default`)]
      : []),
    ...(actionClass === null ? [doubt('tasks', key, `“${title}”任务类型待定`, `“${title}”: kind of action open`)] : []),
  ]
}

function registerDoubts({ key, name, register, definition, why }: Pack['registers'][number]): readonly Doubt[] {
  if (register !== null)
    return [doubt('registers', key, `“${name}”拟用台账 ${register}：${why.zh}`, `“${name}” would be kept in ${register}: ${why.en}`)]
  return [
    definition === null
      ? doubt('registers', key, `“${name}”不作台账：${why.zh}`, `“${name}” is no register: ${why.en}`)
      : doubt('registers', key, `“${name}”没有现成台账，附定义建议`, `“${name}” has no register; a definition is proposed`),
  ]
}

function indicatorDoubts({ code, title, follows, why }: Pack['indicators'][number]): readonly Doubt[] {
  const how = follows === 'register' ? { zh: '台账计数', en: 'counted' } : { zh: '统计数据', en: 'statistic' }
  return [doubt('indicators', code, `“${title.zh}”（${how.zh}）：${why.zh}`, `“${title.en}” (${how.en}): ${why.en}`)]
}
