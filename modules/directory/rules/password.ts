import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { COMMON_PASSWORDS } from './password-common.ts'

export const SHORTEST_PASSWORD = 10

/** Length and not being guessable count, composition rules do not: NIST SP 800-63B §5.1.1.2. */
export function passwordFault(password: string, loginName: string): Refusal | null {
  if (Array.from(password).length < SHORTEST_PASSWORD) return tooShort
  const plain = folded(password)
  if (plain === folded(loginName)) return isLoginName
  return isGuessable(plain) ? common : null
}

/** Common ones are compared without case, width and decoration: "Password 123!" is "password123". */
function isGuessable(plain: string) {
  const bare = plain.replaceAll(/[^\p{L}\p{N}]/gu, '')
  return COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(bare) || isRun(plain) || isRepetition(plain)
}

/** Such as "1234567890" or "jihgfedcba". */
function isRun(text: string) {
  const steps = Array.from(text.slice(1), (_, at) => text.charCodeAt(at + 1) - text.charCodeAt(at))
  return steps.filter((step) => step !== steps[0]).length <= 1 && Math.abs(steps[0] ?? 0) === 1
}

/** Such as "aaaaaaaaaa", "12341234123412" or "abababababab". */
function isRepetition(text: string) {
  return /^(.{1,4})\1+.{0,3}$/u.test(text)
}

function folded(text: string) {
  return text.normalize('NFKC').trim().toLowerCase()
}

const told = (code: string, zh: string, en: string) => refuse('invalid', code, zh, en, { faults: [{ path: 'next', message: { zh, en } }] })

const tooShort = told(
  'password.too-short',
  `密码不能少于 ${SHORTEST_PASSWORD} 个字符。可以用几个不相干的词连成一句。`,
  `A password needs at least ${SHORTEST_PASSWORD} characters. Several unrelated words in a row will do.`,
)
const isLoginName = told(
  'password.is-login-name',
  '密码不能与登录名相同，请另设一个。',
  'The password must not be the login name. Choose another.',
)
const common = told(
  'password.common',
  '这个密码过于常见，容易被猜中，请另设一个。',
  'This password is too common and easily guessed. Choose another.',
)
