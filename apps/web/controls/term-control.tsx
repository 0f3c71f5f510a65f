import { useQuery } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { termsQuery } from '../api/queries.ts'
import { usePreferences } from '../frame/preferences.ts'
import { formTexts } from '../texts/texts-form.ts'
import { useSay } from '../texts/use-say.ts'
import { isFoundBy, type TermOption, termOptions } from '../values/term-tree.ts'
import { type ControlProps, commonProps } from './control-props.ts'

/** A class of a classification, found by its title, by another name it goes by, or by its code. */
export function TermControl(props: ControlProps) {
  const { field, value, onChange, titles } = props
  const say = useSay()
  const { language } = usePreferences()
  const { data, isPending } = useQuery(termsQuery(field.scheme ?? ''))
  const options = useMemo(() => termOptions(data ?? { terms: [] }, language), [data, language])
  const chosen = typeof value === 'string' ? value : null
  const kept = chosen !== null && !isAmong(options, chosen)
  // A class that is no longer valid stays with the entry that has it, under its name.
  const shown = kept
    ? [{ value: chosen, title: titles[`${field.scheme}:${chosen}`] ?? chosen, found: '', children: [] }, ...options]
    : options
  return (
    <TreeSelect
      {...commonProps(props)}
      className="control-wide"
      allowClear
      loading={isPending}
      treeDefaultExpandAll
      key={String(isPending)}
      showSearch={{ filterTreeNode: (typed, node) => isFoundBy(node as unknown as TermOption, typed) }}
      notFoundContent={say(formTexts.nothingFound)}
      placeholder={say(formTexts.choose)}
      treeData={shown as unknown as []}
      value={chosen}
      onChange={(code: string | null | undefined) => onChange(code ?? null)}
    />
  )
}

function isAmong(options: readonly TermOption[], code: string): boolean {
  return options.some(({ value, children }) => value === code || isAmong(children, code))
}
