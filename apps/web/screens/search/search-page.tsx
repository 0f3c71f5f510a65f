import { getRouteApi } from '@tanstack/react-router'
import { Page } from '../../frame/page.tsx'
import { SearchPanel } from '../../frame/search-panel.tsx'
import { given } from '../../frame/search-params.ts'
import { accountTexts } from '../../texts/texts-batches.ts'
import { useSay } from '../../texts/use-say.ts'

const route = getRouteApi('/frame/search')

/** Search, as a page on the phone; its words stand in the address, so that the way back from a finding leads to the findings. */
export function SearchPage() {
  const say = useSay()
  const navigate = route.useNavigate()
  const { q } = route.useSearch()
  return (
    <Page title={say(accountTexts.search)} width="reading">
      <SearchPanel words={q ?? ''} onWords={(words) => void navigate({ search: given({ q: words || undefined }), replace: true })} />
    </Page>
  )
}
