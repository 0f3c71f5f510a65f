import type { Language } from '../texts/words.ts'
import type { Density, Scheme } from '../theme/theme.ts'
import { makeStore, useStore } from './store.ts'

/** How this person likes the product to look, kept on this computer. */
export interface Preferences {
  readonly language: Language
  readonly scheme: Scheme
  readonly density: Density
}

const KEY = 'lantu:preferences'
const DEFAULTS: Preferences = { language: 'zh', scheme: 'light', density: 'comfortable' }

const store = makeStore<Preferences>(readStored())

// What is chosen in one window holds in all that are open on this computer.
window.addEventListener('storage', ({ key }) => {
  if (key === KEY) store.set(readStored())
})

/** Follows the preferences. */
export const usePreferences = () => useStore(store)

/** Changes some preferences and remembers them. */
export function choosePreferences(changes: Partial<Preferences>) {
  const next = { ...store.get(), ...changes }
  store.set(next)
  localStorage.setItem(KEY, JSON.stringify(next))
}

function readStored(): Preferences {
  try {
    const stored: Partial<Preferences> = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return {
      language: stored.language === 'en' ? 'en' : DEFAULTS.language,
      scheme: stored.scheme === 'dark' ? 'dark' : DEFAULTS.scheme,
      density: stored.density === 'compact' ? 'compact' : DEFAULTS.density,
    }
  } catch {
    return DEFAULTS
  }
}
