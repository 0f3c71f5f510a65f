import { useCallback } from 'react'
import { usePreferences } from '../frame/preferences.ts'
import { type Facts, sayIn, type Words } from './words.ts'

export type Say = (words: Words, facts?: Facts) => string

/** The one way a component gets a sentence. */
export function useSay(): Say {
  const { language } = usePreferences()
  return useCallback((words, facts) => sayIn(language, words, facts), [language])
}
