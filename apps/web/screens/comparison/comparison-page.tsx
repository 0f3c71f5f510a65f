import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ComparedArea } from '#contract/comparison.ts'
import { type ComparedSide, comparePlans, comparisonFile } from '../../api/comparison.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded, Refusal } from '../../frame/page-state.tsx'
import { usePreferences } from '../../frame/preferences.ts'
import { given } from '../../frame/search-params.ts'
import { comparisonTexts as texts } from '../../texts/texts-comparison.ts'
import { useSay } from '../../texts/use-say.ts'
import { keepFile } from '../../values/keep-file.ts'
import { ComparedPairs } from './compared-pairs.tsx'
import { SideChoice } from './side-choice.tsx'

const route = getRouteApi('/frame/plans/compare')

type Files = { readonly one?: File; readonly other?: File }

/** Two plans side by side: documents of the product by the address, files only as long as the page is open. */
export function ComparisonPage() {
  const say = useSay()
  const { sides, areas, choose, chooseArea, swap } = useSides()
  const { one, other } = sides
  const isReady = one !== undefined && other !== undefined
  return (
    <Page title={say(texts.title)} note={say(texts.note)} actions={isReady && <Exports one={one} other={other} />}>
      <section className="panel compared-sides" aria-label={say(texts.choose)}>
        <SideChoice
          name={say(texts.one)}
          testId="side-one"
          side={one}
          area={areas.one}
          onChoose={(side) => choose('one', side)}
          onArea={(area) => chooseArea('one', area)}
        />
        <Button onClick={swap} disabled={!one && !other} data-testid="swap-sides">
          {say(texts.swap)}
        </Button>
        <SideChoice
          name={say(texts.other)}
          testId="side-other"
          side={other}
          area={areas.other}
          onChoose={(side) => choose('other', side)}
          onArea={(area) => chooseArea('other', area)}
        />
      </section>
      {isReady ? (
        <Compared key={`${keyOf(one)} ${keyOf(other)}`} one={one} other={other} />
      ) : (
        <Empty title={say(texts.waiting)} note={say(texts.waitingNote)} />
      )}
    </Page>
  )
}

/** Documents and areas stand in the address, so that it can be sent on; a file stands nowhere but here. */
function useSides() {
  const search = route.useSearch()
  const navigate = useNavigate()
  const [files, setFiles] = useState<Files>({})
  const areas = { one: search.oneArea, other: search.otherArea }
  const sideOf = (name: 'one' | 'other'): ComparedSide | undefined => {
    const [file, document] = [files[name], search[name]]
    const area = given({ area: areas[name] })
    return file ? { file, ...area } : document === undefined ? undefined : { document, ...area }
  }
  const sides = { one: sideOf('one'), other: sideOf('other') }
  const put = ({ one, other }: { readonly one?: ComparedSide | undefined; readonly other?: ComparedSide | undefined }) => {
    const fileIn = (side: ComparedSide | undefined) => (side && 'file' in side ? side.file : undefined)
    const documentIn = (side: ComparedSide | undefined) => (side && 'document' in side ? side.document : undefined)
    const [first, second] = [fileIn(one), fileIn(other)]
    setFiles({ ...(first && { one: first }), ...(second && { other: second }) })
    void navigate({
      to: '/plans/compare',
      search: ({ one: _one, other: _other, oneArea: _oneArea, otherArea: _otherArea, ...rest }) => ({
        ...rest,
        ...given({ one: documentIn(one), other: documentIn(other), oneArea: one?.area, otherArea: other?.area }),
      }),
    })
  }
  return {
    sides,
    areas,
    // Another plan is of another area.
    choose: (name: 'one' | 'other', side: ComparedSide | undefined) => put({ ...sides, [name]: side }),
    chooseArea: (name: 'one' | 'other', area: ComparedArea | undefined) => {
      const { area: _area, ...side } = sides[name] ?? {}
      if ('document' in side || 'file' in side) put({ ...sides, [name]: { ...side, ...given({ area }) } })
    },
    swap: () => put({ one: sides.other, other: sides.one }),
  }
}

function keyOf(side: ComparedSide): string {
  return `${'document' in side ? side.document : `${side.file.name} ${side.file.size} ${side.file.lastModified}`} ${JSON.stringify(side.area ?? null)}`
}

interface Both {
  readonly one: ComparedSide
  readonly other: ComparedSide
}

function Compared({ one, other }: Both) {
  const say = useSay()
  const compared = useQuery({
    queryKey: ['plan-comparison', keyOf(one), keyOf(other)],
    queryFn: () => comparePlans(one, other),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return (
    <>
      {compared.isLoading && (
        <p role="status" className="note">
          {say(texts.working)}
        </p>
      )}
      <Loaded query={compared}>{(comparison) => <ComparedPairs comparison={comparison} />}</Loaded>
    </>
  )
}

function Exports({ one, other }: Both) {
  const say = useSay()
  const { language } = usePreferences()
  const exporting = useMutation({
    mutationFn: async (format: 'xlsx' | 'html') =>
      keepFile(`${say(texts.title)}.${format}`, await comparisonFile(one, other, format, language)),
  })
  return (
    <>
      <Refusal error={exporting.error} />
      <Button onClick={() => exporting.mutate('html')} disabled={exporting.isPending}>
        {say(texts.exportPage)}
      </Button>
      <Button type="primary" onClick={() => exporting.mutate('xlsx')} loading={exporting.isPending} data-testid="export-comparison">
        {say(texts.exportSheet)}
      </Button>
    </>
  )
}
