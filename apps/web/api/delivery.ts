import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  ChannelsView,
  chooseAddressInput,
  DeliveryChoices,
  OutboxView,
  OwnDelivery,
  SetChannel,
  SetTemplate,
  TemplatesView,
} from '#contract/delivery.ts'
import { queryString, request } from './request.ts'

/** Routes of channels, the outbox, templates and one's own choices. */
const ask = <Answer>(name: string, parameters: Readonly<Record<string, string | undefined>> = {}) =>
  request<Answer>(`/queries/delivery.${name}${queryString(parameters)}`)
const give = (name: string, body: unknown) => request<unknown>(`/commands/delivery.${name}`, { method: 'POST', body })

/** Channels, how they fare, and examples. */
export const channelsQuery = queryOptions({ queryKey: ['delivery-channels'], queryFn: () => ask<ChannelsView>('channels') })
/** Every template. */
export const templatesQuery = queryOptions({ queryKey: ['delivery-templates'], queryFn: () => ask<TemplatesView>('templates') })
/** How I am told. */
export const ownDeliveryQuery = queryOptions({ queryKey: ['delivery-own'], queryFn: () => ask<OwnDelivery>('own') })
/** A page of the outbox. */
export const getOutbox = (question: Readonly<Record<string, string | undefined>>) => ask<OutboxView>('outbox', question)

/** A new channel, or a changed one. */
export const setChannel = (channel: SetChannel) => give('set-channel', channel)
/** Stops or starts a channel. */
export const switchChannel = (act: 'stop' | 'start', channel: string) => give(`${act}-channel`, { channel })
/** Puts a test into the outbox. */
export const sendTest = (channel: string, to: string) => give('send-test', { channel, to })
/** Sends again, or gives up. */
export const treatMessages = (act: 'retry' | 'give-up', messages: readonly string[], reason: string) =>
  give(`${act}-messages`, { messages, reason })
/** Other words for a message. */
export const setTemplate = (template: SetTemplate) => give('set-template', template)
/** The words that came with the program. */
export const restoreTemplate = ({ about, transport, language }: SetTemplate) => give('restore-template', { about, transport, language })
/** How I want to be told. */
export const chooseDelivery = (choices: DeliveryChoices) => give('choose-delivery', choices)
/** Where I am reached. */
export const chooseAddress = (addresses: z.infer<typeof chooseAddressInput>) => give('choose-address', addresses)
