import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { copyTo, getOptions } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { copyTexts } from '../../texts/texts-work.ts'
import { useSay } from '../../texts/use-say.ts'

const LONGEST_NOTE = 300

interface CopyProps {
  readonly register: string
  readonly id: string
}

/** 抄送: lets the holders of other posts know of an entry. */
export function CopyButton(props: CopyProps) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)} data-testid="copy-to">
        {say(copyTexts.copyTo)}
      </Button>
      {open && <CopyDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function CopyDialog({ register, id, onClose }: CopyProps & { readonly onClose: () => void }) {
  const say = useSay()
  const [posts, setPosts] = useState<readonly string[]>([])
  const [note, setNote] = useState('')
  const copying = useMutation({
    mutationFn: () => copyTo({ register, entry: id, posts, ...(note.trim() !== '' && { note: note.trim() }) }),
    onSuccess: () => refreshAfterWrite(),
  })
  const [tried, setTried] = useState(false)
  const done = copying.data
  const confirm = () => {
    setTried(true)
    if (posts.length > 0) copying.mutate()
  }
  return (
    <Dialog
      title={say(copyTexts.copyTo)}
      ok={say(done ? copyTexts.close : copyTexts.confirm)}
      okId="confirm-copy"
      isBusy={copying.isPending}
      isTouched={posts.length > 0 || note !== ''}
      onOk={done ? onClose : confirm}
      onClose={onClose}
    >
      <p className="note">{say(copyTexts.explain)}</p>
      <div className="dialog-fields">
        <label>
          <span>{say(copyTexts.posts)}</span>
          <PostsSelect posts={posts} onChange={setPosts} />
          {tried && posts.length === 0 && <span className="fault">{say(copyTexts.choosePosts)}</span>}
        </label>
        <label>
          <span>{say(copyTexts.note)}</span>
          <Input value={note} maxLength={LONGEST_NOTE} onChange={({ target }) => setNote(target.value)} />
        </label>
      </div>
      {done && (
        <p role="status" data-testid="copied">
          {say(copyTexts.copied, { copied: done.copied })}
          {done.already > 0 && say(copyTexts.already, { already: done.already })}
        </p>
      )}
      <Refusal error={copying.error} />
    </Dialog>
  )
}

function PostsSelect({ posts, onChange }: { readonly posts: readonly string[]; readonly onChange: (posts: readonly string[]) => void }) {
  const say = useSay()
  const [q, setQ] = useState('')
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({})
  const { data } = useQuery({ queryKey: ['options', 'post', q], queryFn: ({ signal }) => getOptions('post', q, signal) })
  const found = (data?.options ?? []).map(({ id, title }) => ({ value: id, label: title }))
  const chosen = posts.map((value) => ({ value, label: seen[value] ?? value }))
  return (
    <Select
      mode="multiple"
      className="control-wide"
      labelInValue
      placeholder={say(copyTexts.search)}
      showSearch={{ filterOption: false, onSearch: setQ }}
      options={found}
      value={chosen}
      onChange={(next: readonly { readonly value: string; readonly label?: unknown }[]) => {
        setSeen({ ...seen, ...Object.fromEntries(found.map(({ value, label }) => [value, label])) })
        onChange(next.map(({ value }) => value))
      }}
      data-testid="copy-posts"
    />
  )
}
