import { Button, Dropdown } from 'antd'
import type { RegisterDescription } from '#contract/entries.ts'
import { exportPath, templateAddress } from '../../api/endpoints.ts'
import { startDownload } from '../../frame/downloads.ts'
import { transferTexts } from '../../texts/texts-transfer.ts'
import { useSay } from '../../texts/use-say.ts'
import { Icon } from '../../theme/icons.tsx'
import { shownWithTitle } from './columns-of.ts'
import type { useListState } from './list-state.ts'

interface ExportMenuProps {
  readonly description: RegisterDescription
  readonly list: ReturnType<typeof useListState>
}

const FORMATS = ['xlsx', 'csv', 'json'] as const

/** Takes the list away as a file: as it stands with its columns, or everything; and the empty sheet to fill in. */
export function ExportMenu({ description, list }: ExportMenuProps) {
  const say = useSay()
  const { name, may } = description
  const start = (format: (typeof FORMATS)[number], shown: boolean) => {
    const { asOf } = list.query
    const question = shown ? { ...list.query, columns: shownWithTitle(description, list.columns) } : { asOf }
    void startDownload(exportPath(name, format, question), `${say(description.title)}${asOf === undefined ? '' : ` ${asOf}`}.${format}`)
  }
  const group = (label: string, shown: boolean) => ({
    key: shown ? 'shown' : 'all',
    type: 'group' as const,
    label,
    children: FORMATS.map((format) => ({
      key: `${format}-${shown ? 'shown' : 'all'}`,
      label: <span data-testid={`export-${format}-${shown ? 'shown' : 'all'}`}>{say(transferTexts[format])}</span>,
      onClick: () => start(format, shown),
    })),
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
    { key: 'noted', type: 'group' as const, label: say(transferTexts.noted), children: [] },
    ...(may.includes('create') ? [{ key: 'line', type: 'divider' as const }, template] : []),
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button data-testid="export-menu">
        <Icon name="down" />
        {say(transferTexts.export)}
      </Button>
    </Dropdown>
  )
}
