'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import type { Session } from '../session/session-reducer'
import type { useStudy } from '../session/use-study'

export const CARD_ACTIONS = ['hint', 'info', 'edit', 'star', 'read', 'bury', 'suspend'] as const
export type CardActionName = (typeof CARD_ACTIONS)[number]

export const CARD_ACTION_KEYS: Record<CardActionName, string> = {
  hint: 'h',
  info: 'i',
  edit: 'e',
  star: '*',
  read: 'r',
  bury: '-',
  suspend: '@',
}

export type CardActions = Readonly<Record<CardActionName, { readonly run: () => void; readonly enabled: boolean }>>

/** What can be done with the card on screen, by key or by the menu. */
export function useCardActions(
  study: Pick<ReturnType<typeof useStudy>, 'session' | 'hint' | 'star' | 'hide'>,
  open: (panel: 'info' | 'edit' | 'not-yours') => void,
): CardActions {
  const t = useTranslations()
  const announce = useAnnounce()
  const canSpeak = useCanSpeak()
  const { session } = study
  const { card, shown } = session
  const isThere = card !== null
  const edit = () => {
    if (card?.words) return open('edit')
    open('not-yours')
    announce(t('study.edit.notYours'))
  }
  return {
    hint: { run: study.hint, enabled: isThere && !shown },
    info: { run: () => open('info'), enabled: isThere },
    edit: { run: edit, enabled: isThere },
    star: { run: study.star, enabled: isThere },
    read: { run: () => readAloud(session, t('common.gap')), enabled: isThere && canSpeak },
    bury: { run: () => card && study.hide(card, 'bury'), enabled: isThere },
    suspend: { run: () => card && study.hide(card, 'suspend'), enabled: isThere },
  }
}

/** Whether this browser can speak. False on the server, so that no key is listed that does nothing. */
function useCanSpeak(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => 'speechSynthesis' in window,
    () => false,
  )
}

/** Reads the visible side aloud; called again, it stops. `gap`: the word read for a gap. */
function readAloud({ card, shown }: Session, gap: string): void {
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
