'use client'

import { useTranslations } from 'next-intl'
import { SubmitButton } from '../ui/field'
import type { ShownReading } from './use-reading'

/** Each takes a form with the deck's id. */
export type ReadingActions = {
  readonly stop: (form: FormData) => Promise<void>
  readonly resume: (form: FormData) => Promise<void>
}

type Props = { deckId: string; reading: ShownReading; actions: ReadingActions }

/** Stops the model, or lets it read the rest. None once it has read everything, or if its author must consent first. */
export function ReadingButton({ deckId, reading: { state, reason }, actions }: Props) {
  const t = useTranslations('reading')
  if (state === 'complete' || reason === 'other-model') return null
  const isActive = state === 'running' || state === 'waiting'
  return (
    <form action={isActive ? actions.stop : actions.resume}>
      <input type="hidden" name="deckId" value={deckId} />
      <SubmitButton
        key={isActive ? 'stop' : 'resume'}
        variant="secondary"
        size="slim"
        pendingLabel={t(isActive ? 'stopping' : 'starting')}
      >
        {t(isActive ? 'stop' : state === 'stopped' ? 'rest' : 'again')}
      </SubmitButton>
    </form>
  )
}
