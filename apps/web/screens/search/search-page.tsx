import { Page } from '../../frame/page.tsx'
import { SearchPanel } from '../../frame/search-panel.tsx'
import { accountTexts } from '../../texts/texts-batches.ts'
import { useSay } from '../../texts/use-say.ts'

/** Search, as a page on the phone. */
export function SearchPage() {
  const say = useSay()
  return (
    <Page title={say(accountTexts.search)} width="reading">
      <SearchPanel />
    </Page>
  )
}
