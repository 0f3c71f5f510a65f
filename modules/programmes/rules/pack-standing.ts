/** What a version of a pack is to the province: not installed, this very one, an upgrade, one of before, or a pack of another text. */
export const PACK_STANDINGS = ['new', 'installed', 'newer', 'older', 'other_source'] as const
export type PackStanding = (typeof PACK_STANDINGS)[number]

interface Offered {
  readonly version: string
  readonly source: { readonly sha256: string }
}

export function standingOf(
  { version, source }: Offered,
  installed: { readonly edition: string; readonly sha256: string } | undefined,
): PackStanding {
  if (!installed) return 'new'
  if (version === installed.edition) return 'installed'
  if (source.sha256 !== installed.sha256) return 'other_source'
  return isLater(version, installed.edition) ? 'newer' : 'older'
}

/** By its three numbers: 1.10.0 is later than 1.9.0. */
function isLater(version: string, than: string): boolean {
  const [own, other] = [version.split('.').map(Number), than.split('.').map(Number)]
  const at = own.findIndex((number, place) => number !== other[place])
  return at >= 0 && own[at]! > (other[at] ?? 0)
}
