import { DEMONSTRATION_PASSWORD } from '#apps/cli/seed/directory.ts'

/** The headers of a signed-in browser; the token guards its writes. */
export async function signIn(port: number, loginName: string): Promise<{ readonly cookie: string; readonly 'x-csrf-token': string }> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ loginName, password: DEMONSTRATION_PASSWORD }),
  })
  if (!answer.ok) throw new Error(`${loginName} cannot sign in: ${answer.status} ${await answer.text()}`)
  const { csrf } = (await answer.json()) as { readonly csrf: string }
  return { cookie: answer.headers.getSetCookie()[0]!.split(';')[0]!, 'x-csrf-token': csrf }
}
