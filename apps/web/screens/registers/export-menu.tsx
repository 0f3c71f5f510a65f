import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import { exportAddress, templateAddress } from '../../api/endpoints.ts'
import { transferTexts } from '../../texts/texts-transfer.ts'
import { useSay } from '../../texts/use-say.ts'
import { Icon } from '../../theme/icons.tsx'
import type { useListState } from './list-state.ts'

interface ExportMenuProps {
  readonly description: RegisterDescription
  readonly list: ReturnType<typeof useListState>
}

const FORMATS = ['xlsx', 'csv', 'json'] as const

/** Takes the list away as a file: as it stands with its columns, or everything; and the empty sheet to fill in. */
export function ExportMenu({ description: { name, columns, fields, may, titleField }, list }: ExportMenuProps) {
  const say = useSay()
  const shownColumns = list.columns && [titleField, ...list.columns.filter((column) => fields.some((field) => field.name === column))]
  const [taken, setTaken] = useState(false)
  const fileOf = (format: (typeof FORMATS)[number], shown: boolean) => ({
    key: `${format}-${shown ? 'shown' : 'all'}`,
    label: (
      <a
        href={exportAddress(name, format, shown ? { ...list.query, columns: shownColumns ?? columns } : { asOf: list.query.asOf })}
        download
        onClick={() => setTaken(true)}
      >
        {say(transferTexts[format])}
      </a>
    ),
  })
  const group = (label: string, shown: boolean) => ({
    key: shown ? 'shown' : 'all',
    type: 'group' as const,
    label,
    children: FORMATS.map((format) => fileOf(format, shown)),
  })
  const template = {
    key: 'template',
    label: (
      <a href={templateAddress(name)} download>
        {say(transferTexts.template)}
      </a>
    ),
  }
  const items = [
    group(say(transferTexts.shown), true),
    group(say(transferTexts.all), false),
    ...(may.includes('create') ? [{ key: 'line', type: 'divider' as const }, template] : []),
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button data-testid="export-menu" title={taken ? say(transferTexts.noted) : undefined}>
        <Icon name="down" />
        {say(transferTexts.export)}
      </Button>
    </Dropdown>
  )
}
