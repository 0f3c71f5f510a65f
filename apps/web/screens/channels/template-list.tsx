import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { MESSAGE_KINDS, type SetTemplate, type TemplatesView, TRANSPORTS } from '#contract/delivery.ts'
import { restoreTemplate, setTemplate, templatesQuery } from '../../api/delivery.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { Loaded, Refusal } from '../../frame/page-state.tsx'
import { deliveryTexts, MESSAGE_LABELS, ownDeliveryTexts, TRANSPORT_LABELS, templateTexts } from '../../texts/texts-delivery.ts'
import { useSay } from '../../texts/use-say.ts'
import { sayIn } from '../../texts/words.ts'

const ROWS = { minRows: 5, maxRows: 16 }
type Template = TemplatesView['templates'][number]

/** Chooses a template, changes its words, and shows them with examples. */
export function TemplateList() {
  const say = useSay()
  const templates = useQuery(templatesQuery)
  const [key, setKey] = useState({ about: 'waiting', transport: 'smtp', language: 'zh' })
  const choose = (name: keyof typeof key, options: readonly { readonly value: string; readonly label: string }[]) => (
    <PlainSelect
      label={say(templateTexts[name])}
      value={key[name]}
      options={options}
      onChange={(value) => setKey({ ...key, [name]: value })}
      testId={`template-${name}`}
    />
  )
  return (
    <section className="panel">
      <div className="work-filters">
        {choose(
          'about',
          MESSAGE_KINDS.map((value) => ({ value, label: say(MESSAGE_LABELS[value]) })),
        )}
        {choose(
          'transport',
          TRANSPORTS.map((value) => ({ value, label: say(TRANSPORT_LABELS[value]) })),
        )}
        {choose('language', [
          { value: 'zh', label: say(templateTexts.chinese) },
          { value: 'en', label: say(templateTexts.english) },
        ])}
      </div>
      <Loaded query={templates}>
        {(view) => {
          const own = view.templates.find(
            (each) => each.about === key.about && each.transport === key.transport && each.language === key.language,
          )
          const examples = view.kinds.find(({ about }) => about === key.about)?.examples[own?.language ?? 'zh'] ?? {}
          return own && <Editor key={`${JSON.stringify(key)}${own.subject}${own.body}`} template={own} examples={examples} />
        }}
      </Loaded>
    </section>
  )
}

function Editor({ template, examples }: { readonly template: Template; readonly examples: Readonly<Record<string, string>> }) {
  const say = useSay()
  const { isDefault, ...own } = template
  const [draft, setDraft] = useState<SetTemplate>(own)
  const saving = useMutation({ mutationFn: () => setTemplate(draft), onSuccess: () => refreshAfterWrite() })
  const restoring = useMutation({ mutationFn: () => restoreTemplate(draft), onSuccess: () => refreshAfterWrite() })
  const filled = (text: string) => sayIn(draft.language, { zh: text, en: text }, examples)
  const isChanged = draft.subject !== own.subject || draft.body !== own.body
  return (
    <div className="template-editor">
      <div className="dialog-fields">
        <p className="note">
          {say(isDefault ? templateTexts.isDefault : templateTexts.isOwn)} ·{' '}
          {say(templateTexts.placeholders, {
            names: Object.keys(examples)
              .map((name) => `{${name}}`)
              .join(' '),
          })}
        </p>
        <label>
          <span>{say(templateTexts.subject)}</span>
          <Input
            value={draft.subject}
            maxLength={120}
            onChange={({ target }) => setDraft({ ...draft, subject: target.value })}
            data-testid="template-subject"
          />
        </label>
        <label>
          <span>{say(templateTexts.body)}</span>
          <Input.TextArea
            autoSize={ROWS}
            value={draft.body}
            maxLength={2000}
            onChange={({ target }) => setDraft({ ...draft, body: target.value })}
            data-testid="template-body"
          />
        </label>
        <div className="row-acts">
          <Button
            type="primary"
            disabled={!isChanged}
            loading={saving.isPending}
            onClick={() => saving.mutate()}
            data-testid="save-template"
          >
            {say(deliveryTexts.save)}
          </Button>
          {!isDefault && (
            <Button loading={restoring.isPending} onClick={() => restoring.mutate()} data-testid="restore-template">
              {say(templateTexts.restore)}
            </Button>
          )}
          {saving.isSuccess && !isChanged && <span role="status">{say(ownDeliveryTexts.saved)}</span>}
        </div>
        <Refusal error={saving.error ?? restoring.error} />
      </div>
      <section className="template-preview" aria-label={say(templateTexts.preview)}>
        <h3>{say(templateTexts.preview)}</h3>
        <strong>{filled(draft.subject)}</strong>
        <p>{filled(draft.body)}</p>
      </section>
    </div>
  )
}
