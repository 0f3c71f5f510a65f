import { useQuery } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { type Area, areasQuery } from '../api/queries.ts'
import { useSession } from '../api/session-gate.ts'
import { formTexts } from '../texts/texts-form.ts'
import { useSay } from '../texts/use-say.ts'
import { areaTree } from '../values/area-tree.ts'
import { type ControlProps, commonProps } from './control-props.ts'

interface AreaSelectProps extends Partial<ReturnType<typeof commonProps>> {
  readonly value: string | null
  readonly onChange: (code: string | null) => void
  readonly label?: string
  readonly placeholder?: string
  readonly zones?: true | undefined
}

/** Province, city, county or zone, by name or code. */
export function AreaSelect({ value, onChange, label, placeholder, zones, ...rest }: AreaSelectProps) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const { data = [], isPending } = useQuery(areasQuery)
  // An area that is no more stays with the entry that names it, and is offered to no other.
  const tree = useMemo(
    () => areaTree(data.filter((area) => isOffered(area, value, jurisdiction.today) && (!zones || area.level === 'zone'))),
    [data, value, jurisdiction.today, zones],
  )
  const top = tree.map((node) => node.value)
  return (
    <TreeSelect
      {...rest}
      {...(label === undefined ? {} : { 'aria-label': label })}
      key={top.join()}
      className="control-wide"
      allowClear
      loading={isPending}
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeDefaultExpandedKeys={top}
      placeholder={placeholder ?? say(formTexts.choose)}
      treeData={tree as unknown as []}
      value={value}
      onChange={(code: string | null | undefined) => onChange(code ?? null)}
    />
  )
}

function isOffered({ code, untilOn }: Area, chosen: string | null, today: string): boolean {
  return untilOn === null || code === chosen || untilOn >= today
}

/** The control of area fields. */
export function AreaControl(props: ControlProps) {
  const value = typeof props.value === 'string' ? props.value : null
  return <AreaSelect {...commonProps(props)} value={value} onChange={props.onChange} zones={props.field.zones} />
}
