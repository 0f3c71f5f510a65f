import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { EntryAnswer } from '#contract/entries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { useSession } from '../../api/session-gate.ts'
import { takeBack } from '../../api/take-back.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { forgetMoved } from '../../frame/take-back.ts'
import { takeBackTexts } from '../../texts/texts-take-back.ts'
import { useSay } from '../../texts/use-say.ts'
import { timeOf } from '../../values/moment.ts'

interface TakeBackButtonProps {
  readonly register: string
  readonly id: string
  readonly offer: NonNullable<EntryAnswer['takeBack']>
}

/** For who has just moved the entry, while the way back is open. */
export function TakeBackButton({ register, id, offer: { event, until } }: TakeBackButtonProps) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const taking = useMutation({
    mutationFn: () => takeBack(register, event, [id]),
    onSuccess: forgetMoved,
    onSettled: refreshAfterWrite,
  })
  return (
    <>
      <Button loading={taking.isPending} onClick={() => taking.mutate()} data-testid="entry-take-back">
        {say(takeBackTexts.actUntil, { time: timeOf(until, jurisdiction.timeZone) })}
      </Button>
      <Refusal error={taking.error} />
    </>
  )
}
