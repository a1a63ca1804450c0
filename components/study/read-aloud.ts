import { useSyncExternalStore } from 'react'
import type { Session } from './session-state'

/** Whether this browser can speak. Not on the server, so that no key is promised that does nothing. */
export function useCanSpeak(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => 'speechSynthesis' in window,
    () => false,
  )
}

/** Reads the side that is seen; again, and it stops. `gap` is how a gap is said. */
export function readAloud({ card, shown }: Session, gap: string): void {
  const { speechSynthesis } = window
  const wasSpeaking = speechSynthesis.speaking
  speechSynthesis.cancel()
  if (wasSpeaking || !card) return
  const asked = [card.front.replaceAll(/_{3,}/g, gap), ...(card.options ?? []).map(({ text }) => text)]
  const spoken = new SpeechSynthesisUtterance((shown ? card.back : asked).join('. '))
  const [language] = Intl.getCanonicalLocales(card.language)
  if (language) spoken.lang = language
  speechSynthesis.speak(spoken)
}

export function stopReading(): void {
  if ('speechSynthesis' in window) window.speechSynthesis.cancel()
}
