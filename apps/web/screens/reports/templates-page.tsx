import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Overview } from '#contract/figures.ts'
import type { ReportTemplate } from '#contract/report-template.ts'
import { overviewQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { keepTemplate, templatesQuery } from '../../api/report-templates.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded, Refusal } from '../../frame/page-state.tsx'
import { useMayGive } from '../../frame/use-may-give.ts'
import { templateTexts as texts } from '../../texts/texts-templates.ts'
import { useSay } from '../../texts/use-say.ts'
import { TemplateBlocks } from './template-blocks.tsx'
import { TemplatePreview } from './template-preview.tsx'
import { hasUnknown, type NamedFigure, readTitle, typedTitle } from './template-words.ts'

/** What periodic papers are made of, to be changed by who answers for them. */
export function TemplatesPage() {
  const say = useSay()
  const templates = useQuery(templatesQuery)
  const overview = useQuery(overviewQuery())
  const [code, setCode] = useState<string>()
  const [kept, setKept] = useState(false)
  const choose = (chosen: string) => {
    setCode(chosen)
    setKept(false)
  }
  return (
    <Page title={say(texts.page)} note={say(texts.note)}>
      <Loaded query={templates}>
        {(all) => {
          const chosen = all.find(({ template }) => template.code === code) ?? all[0]
          if (chosen === undefined) return <Empty title={say(texts.none)} note={say(texts.noneNote)} />
          return (
            <>
              <PlainSelect
                label={say(texts.which)}
                value={chosen.template.code}
                options={all.map(({ template }) => ({ value: template.code, label: say(template.title) }))}
                onChange={choose}
                testId="template-choice"
              />
              {kept && (
                <p className="note" role="status">
                  {say(texts.saved)}
                </p>
              )}
              <Loaded query={overview}>
                {({ tiles }) => (
                  <Editor
                    key={`${chosen.template.code} ${chosen.version}`}
                    template={chosen.template}
                    onKept={() => setKept(true)}
                    figures={tiles.map(named)}
                  />
                )}
              </Loaded>
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

/** Papers are in Chinese, and so are the names by which they ask for figures. */
function named({ indicator, measures }: Overview['tiles'][number]): NamedFigure {
  return {
    code: indicator.code,
    title: indicator.title.zh,
    measures: measures.map(({ measure, title }) => ({ code: measure, title: title.zh })),
  }
}

const HEAD = ['heading', 'addressee', 'copiesTo'] as const

interface EditorProps {
  readonly template: ReportTemplate
  readonly figures: readonly NamedFigure[]
  readonly onKept: () => void
}

function Editor({ template, figures, onKept }: EditorProps) {
  const say = useSay()
  const mayKeep = useMayGive('programmes.keep-template')
  const [draft, setDraft] = useState(template)
  const [round, setRound] = useState(0)
  const [isPreviewing, setPreviewing] = useState(false)
  const keeping = useMutation({
    mutationFn: () => keepTemplate(draft),
    onSuccess: async () => {
      await refreshAfterWrite()
      onKept()
    },
  })
  const drop = () => {
    setDraft(template)
    setRound(round + 1)
    keeping.reset()
  }
  const isChanged = draft !== template
  const isReadable = ![draft, ...draft.attachments].some(({ blocks }) => hasUnknown(blocks))
  return (
    <section className="panel report-template" data-testid={`template-${template.code}`}>
      <div className="dialog-fields">
        {HEAD.filter((field) => field === 'heading' || draft[field] !== undefined).map((field) => (
          <label key={field}>
            <span>{say(texts[field])}</span>
            <Input
              value={typedTitle(draft[field] ?? '')}
              maxLength={120}
              onChange={({ target }) => setDraft({ ...draft, [field]: readTitle(target.value) })}
              data-testid={`template-${field}`}
            />
          </label>
        ))}
      </div>
      <TemplateBlocks key={round} blocks={draft.blocks} figures={figures} onChange={(blocks) => setDraft({ ...draft, blocks })} />
      {draft.attachments.map((attachment, at) => (
        <div key={`${round} ${at}`}>
          <h3>{say(texts.attachment, { title: typedTitle(attachment.title) })}</h3>
          <TemplateBlocks
            blocks={attachment.blocks}
            figures={figures}
            onChange={(blocks) => setDraft({ ...draft, attachments: draft.attachments.with(at, { ...attachment, blocks }) })}
          />
        </div>
      ))}
      <Refusal error={keeping.error} />
      {mayKeep && (
        <div className="template-foot">
          <Button
            type="primary"
            disabled={!isChanged || !isReadable}
            loading={keeping.isPending}
            onClick={() => keeping.mutate()}
            data-testid="save-template"
          >
            {say(texts.save)}
          </Button>
          <Button disabled={!isReadable} onClick={() => setPreviewing(true)} data-testid="preview-template">
            {say(texts.preview)}
          </Button>
          <Button disabled={!isChanged} onClick={drop}>
            {say(texts.undo)}
          </Button>
        </div>
      )}
      {isPreviewing && <TemplatePreview template={draft} onClose={() => setPreviewing(false)} />}
    </section>
  )
}
