import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { AssistantSwitchView, AssistantView } from '#contract/assistant.ts'
import { getAssistant, getAssistantSwitch, switchAssistant } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { useSession } from '../../api/session-gate.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded, Refusal } from '../../frame/page-state.tsx'
import { STILL } from '../../frame/still.ts'
import { testId } from '../../frame/test-id.ts'
import { useMayGive } from '../../frame/use-may-give.ts'
import { assistantTexts as texts } from '../../texts/texts-assistant.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'

/** Whether a language model may be asked, where it stands and what it is sent; an administrator switches it within what the configuration allows. */
export function AssistantPage() {
  const say = useSay()
  const [switching, setSwitching] = useState(false)
  const maySwitch = useMayGive('plans.switch-assistant')
  const view = useQuery({ queryKey: ['assistant'], queryFn: getAssistant })
  const kept = useQuery({ queryKey: ['assistant-switch'], queryFn: getAssistantSwitch })
  const isOn = kept.data?.use === 'on'
  return (
    <Page
      title={say(texts.page)}
      note={say(texts.pageNote)}
      actions={
        maySwitch &&
        kept.data &&
        view.data?.allowed && (
          <Button type={isOn ? 'default' : 'primary'} danger={isOn} onClick={() => setSwitching(true)} data-testid="switch-assistant">
            {say(isOn ? texts.switchOff : texts.switchOn)}
          </Button>
        )
      }
    >
      <Loaded query={view}>{(loaded) => <Standing view={loaded} />}</Loaded>
      <Loaded query={kept}>
        {(loaded) => (
          <>
            <Changes kept={loaded} />
            {switching && <SwitchDialog kept={loaded} onClose={() => setSwitching(false)} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Standing({ view: { host, allowed } }: { readonly view: AssistantView }) {
  const say = useSay()
  if (!allowed)
    return (
      <section className="panel" aria-labelledby="assistant-now">
        <h2 id="assistant-now">{say(texts.state)}</h2>
        <p data-testid="assistant-now">{say(texts.notAllowed)}</p>
        <p className="note">{say(texts.notAllowedNote)}</p>
      </section>
    )
  return (
    <section className="panel" aria-labelledby="assistant-now">
      <h2 id="assistant-now">{say(texts.state)}</h2>
      <p data-testid="assistant-now">
        <span className={`tag ${host ? 'tag-good' : 'tag-plain'}`}>{say(host ? texts.isOn : texts.isOff)}</span>
      </p>
      <dl className="assistant-facts">
        <Fact name={say(texts.host)}>{allowed.host}</Fact>
        <Fact name={say(texts.model)}>{allowed.model}</Fact>
        <Fact name={say(texts.wait)}>{say(texts.seconds, { count: allowed.seconds })}</Fact>
        <Fact name={say(texts.sent)}>{say(texts.sentWhat)}</Fact>
        <Fact name={say(texts.never)}>{say(texts.neverWhat)}</Fact>
      </dl>
    </section>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Changes({ kept: { changes } }: { readonly kept: AssistantSwitchView }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  return (
    <section className="panel" aria-labelledby="assistant-history">
      <h2 id="assistant-history">{say(texts.history)}</h2>
      {changes.length === 0 ? (
        <Empty title={say(texts.noHistory)} />
      ) : (
        <ol className="sheet-history" data-testid="assistant-history">
          {changes.map(({ version, use, reason, at, by }) => (
            <li key={version}>
              <span className="note number">{instantInTable(at, jurisdiction.timeZone)}</span>
              <span>{say(use === 'on' ? texts.isOn : texts.isOff)}</span>
              <span>{reason}</span>
              <span className="note">{by}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** Asks why; the reason is kept in the history. */
function SwitchDialog({ kept: { use, version }, onClose }: { readonly kept: AssistantSwitchView; readonly onClose: () => void }) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const switching = useMutation({
    mutationFn: () => switchAssistant({ use: use === 'on' ? 'off' : 'on', reason: reason.trim(), seen: version }),
    onSuccess: async () => {
      await refreshAfterWrite()
      onClose()
    },
  })
  const confirm = () => {
    setTried(true)
    if (reason.trim() !== '') switching.mutate()
  }
  return (
    <Modal
      {...STILL}
      open
      title={say(use === 'on' ? texts.switchOffTitle : texts.switchOnTitle)}
      okText={say(use === 'on' ? texts.switchOff : texts.switchOn)}
      cancelText={say(texts.back)}
      onOk={confirm}
      onCancel={onClose}
      confirmLoading={switching.isPending}
      okButtonProps={testId('confirm-switch')}
    >
      <div className="dialog-fields">
        <label>
          <span>{say(texts.reason)}</span>
          <Input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} data-testid="switch-reason" />
        </label>
      </div>
      {tried && reason.trim() === '' && <p className="fault">{say(texts.reasonMissing)}</p>}
      <Refusal error={switching.error} />
    </Modal>
  )
}
