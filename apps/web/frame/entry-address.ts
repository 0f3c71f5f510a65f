/** Where an entry is worked on: registers with a room of their own have pages of their own. */
export function entryAddress(register: string, id: string) {
  if (register === 'policy_document') return { to: '/plans/$document', params: { document: id } } as const
  if (register === 'batch') return { to: '/batches/$id', params: { id } } as const
  if (register === 'call') return { to: '/calls/$id', params: { id } } as const
  if (register === 'recommendation') return { to: '/recommendations/$id', params: { id } } as const
  if (register === 'report') return { to: '/reports/$id', params: { id } } as const
  if (register === 'dispatch_round') return { to: '/dispatch/$id', params: { id } } as const
  if (register === 'dispatch_return') return { to: '/dispatch/returns/$id', params: { id } } as const
  return { to: '/registers/$register/$id', params: { register, id } } as const
}
