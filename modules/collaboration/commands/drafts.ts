import { DRAFT_BYTES, discardDraftsInput, type KeepDraftAnswer, keepDraftInput, MOST_DRAFTS } from '#contract/drafts.ts'
import { mayInGeneral } from '#engine/access/may-in-general.ts'
import type { Actor } from '#engine/define/actor.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { command } from '#engine/store/command.ts'
import { forgetDrafts, keepDraft, ownDrafts } from '#engine/store/drafts.ts'
import { unknownRegister } from '#engine/store/entries.ts'
import { refuseMarksTyped } from '#engine/store/secrecy-gate.ts'
import { typedFields } from '../rules/typed-fields.ts'

/** A draft is its writer's own and no entry: typing leaves no event and no past, only secrecy marks are refused in it. */
export const keepTyped = command({
  name: 'collaboration.keep-draft',
  label: { zh: '保存草稿', en: 'Keep a draft' },
  input: keepDraftInput,
  right: { always: true },
  async run(call, { draft: id, register: name, entry, version, values: given, base }) {
    const register = call.facts.store.catalogue.get(name)
    if (!register || !mayType(register, call.actor, entry)) return unknownRegister(name)
    const values = typedFields(register, given)
    if (Buffer.byteLength(JSON.stringify({ values, base })) > DRAFT_BYTES) return tooLarge()
    refuseMarksTyped(register, values)
    const { count, has } = await ownDrafts(call, id)
    if (version === 0 && count >= MOST_DRAFTS) return tooMany()
    if (version > 0 && !has) return gone()
    const title = String(values[register.titleField ?? 'title'] ?? '')
    const kept = await keepDraft(call, {
      id,
      register: name,
      entry: entry ?? null,
      version,
      values,
      base: typedFields(register, base),
      title,
    })
    return kept === undefined ? stale() : ({ draft: id, version: kept, at: call.facts.now.toISOString() } satisfies KeepDraftAnswer)
  },
})

/** Throws drafts of one's own away. */
export const discardDrafts = command({
  name: 'collaboration.discard-drafts',
  label: { zh: '删除草稿', en: 'Throw drafts away' },
  input: discardDraftsInput,
  right: { always: true },
  async run(call, { drafts }) {
    return { discarded: await forgetDrafts(call, drafts) }
  },
})

function mayType(register: Register, actor: Actor, entry: string | undefined): boolean {
  return entry === undefined ? mayInGeneral(register, actor, 'create') && !register.createVia : mayInGeneral(register, actor, 'read')
}

function stale(): Refusal {
  return refuse(
    'stale',
    'draft.stale',
    '这份草稿已在另一个窗口或另一台电脑上改过，请对照后再保存',
    'this draft was changed in another window or on another computer; compare, then save again',
  )
}

function gone(): Refusal {
  return refuse(
    'conflict',
    'draft.gone',
    '这份草稿已在别处保存为条目或被删除；继续填写将另存为一份新草稿',
    'this draft was made an entry or thrown away elsewhere; going on makes a new one',
  )
}

function tooLarge(): Refusal {
  const kilobytes = DRAFT_BYTES / 1000
  return refuse(
    'too_large',
    'draft.too-large',
    `草稿超过 ${kilobytes} KB，未能自动保存；请缩短内容，或把长文作为附件上传`,
    `the draft is larger than ${kilobytes} KB and was not kept; shorten it, or upload long texts as files`,
  )
}

function tooMany(): Refusal {
  return refuse(
    'conflict',
    'draft.too-many',
    `您已有 ${MOST_DRAFTS} 份草稿，请先在“工作台 · 草稿”中删除不用的`,
    `you have ${MOST_DRAFTS} drafts; throw away those you do not need under “My work · Drafts”`,
  )
}
