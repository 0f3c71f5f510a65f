import { existsSync } from 'node:fs'
import { installDebian } from './debian.ts'

const PLACES = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice']

/** What a person without root would type. */
export const OFFICE_COMMAND = 'sudo apt-get install -y libreoffice-writer-nogui fonts-noto-cjk'

/** LibreOffice, which turns our Word files into PDF for the tests that measure them: named by LANTU_SOFFICE, installed, or Debian's, installed now. */
export async function findOffice(root: string): Promise<string | undefined> {
  const found = installed()
  if (found !== undefined) return found
  return (await installDebian(root, ['libreoffice-writer-nogui', 'fonts-noto-cjk'])) ? installed() : undefined
}

function installed(): string | undefined {
  return [process.env.LANTU_SOFFICE, ...PLACES].find((path) => path !== undefined && path !== '' && existsSync(path))
}
