import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// OWASP Password Storage Cheat Sheet: argon2id (this library's default) with 19 MiB, 2 passes, 1 lane.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export async function hashPassword(password: string): Promise<string> {
  return await hash(password.normalize('NFKC'), PARAMETERS)
}

/** Whether the password is right; for an unknown account (null) it takes as long and says no. */
export async function passwordIsRight(passwordHash: string | null, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? (await decoyHash()), password.normalize('NFKC'))
  return right && passwordHash !== null
}

let decoy: Promise<string> | undefined

/** Made before it is needed, or the first unknown name would take longer. */
export function decoyHash(): Promise<string> {
  decoy ??= hashPassword(randomBytes(32).toString('base64'))
  return decoy
}
