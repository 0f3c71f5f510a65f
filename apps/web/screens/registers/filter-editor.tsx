import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import type { Titles } from '../../api/types.ts'
import { usePreferences } from '../../frame/preferences.ts'
import { useTitles } from '../../frame/use-titles.ts'
import { filterTexts } from '../../texts/texts-filter.ts'
import { useSay } from '../../texts/use-say.ts'
import { fromFilter, type Group, newGroup, newLine, readFilter, toFilter, unfinished } from '../../values/filter.ts'
import { FilterGroup } from './filter-group.tsx'
import { askedFields, filterInWords } from './filter-words.ts'
import type { useListState } from './list-state.ts'

interface FilterEditorProps {
  readonly description: RegisterDescription
  readonly list: ReturnType<typeof useListState>
  readonly titles: Titles
}

/** The conditions of the list in words, and the drawer in which they are put together. */
export function FilterEditor({ description, list, titles: answered }: FilterEditorProps) {
  const say = useSay()
  const { language } = usePreferences()
  const titles = useTitles(answered)
  const [open, setOpen] = useState(false)
  const { filter } = list.search
  const shown = fromFilter(readFilter(filter))
  return (
    <>
      <Button onClick={() => setOpen(true)} data-testid="filter-open">
        {say(filterTexts.open)}
      </Button>
      {filter !== undefined && (
        <p className="filter-said" data-testid="filter-said">
          <span>{shown ? filterInWords(shown, { fields: askedFields(description), titles, language }) : say(filterTexts.byHand)}</span>
          <button type="button" className="link-button" onClick={() => list.narrow({ filter: undefined })} data-testid="filter-remove">
            {say(filterTexts.remove)}
          </button>
        </p>
      )}
      {open && <FilterDrawer description={description} list={list} titles={titles} initial={shown} onClose={() => setOpen(false)} />}
    </>
  )
}

interface FilterDrawerProps extends FilterEditorProps {
  readonly initial: Group | undefined
  readonly onClose: () => void
}

function FilterDrawer({ description, list, titles, initial, onClose }: FilterDrawerProps) {
  const say = useSay()
  const { language } = usePreferences()
  const fields = askedFields(description)
  const [group, setGroup] = useState(() => initial ?? newGroup('all', [newLine(fields[0]!)]))
  const [faulty, setFaulty] = useState<ReadonlySet<number>>(new Set())
  const apply = () => {
    const wanting = unfinished(group)
    setFaulty(new Set(wanting.map(({ key }) => key)))
    if (wanting.length > 0) return
    const filter = toFilter(group)
    list.narrow({ filter: filter && JSON.stringify(filter) })
    onClose()
  }
  return (
    <Drawer
      open
      onClose={onClose}
      title={say(filterTexts.title)}
      size="large"
      footer={
        <Button type="primary" onClick={apply} data-testid="filter-apply">
          {say(filterTexts.apply)}
        </Button>
      }
    >
      <div className="filter-editor">
        <p className="note">{say(filterTexts.note)}</p>
        <FilterGroup group={group} depth={0} fields={fields} titles={titles} faulty={faulty} onChange={setGroup} />
        <p className="note">{filterInWords(group, { fields, titles, language })}</p>
      </div>
    </Drawer>
  )
}
