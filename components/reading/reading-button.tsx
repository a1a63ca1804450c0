'use client'

import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { SubmitButton } from '../ui/field'
import { useFocusAfter } from '../ui/use-focus-after'
import type { ShownReading } from './use-reading'

/** Each takes a form with the deck's id. */
export type ReadingActions = {
  readonly stop: (form: FormData) => Promise<void>
  readonly resume: (form: FormData) => Promise<void>
}

type Props = {
  deckId: string
  reading: ShownReading
  actions: ReadingActions
  /** Takes the focus of a button that goes. */
  focusNext: RefObject<HTMLElement | null>
}

/** Stops the model, or lets it read the rest; both while it waits to go on by itself. None once it has read everything, or if its author must consent first. */
export function ReadingButtons({ deckId, reading: { state, reason, resumeAt }, actions, focusNext }: Props) {
  const focus = useFocusAfter(focusNext)
  if (state === 'complete' || reason === 'other-model') return null
  const isReading = state === 'running' || state === 'waiting'
  return (
    <div className="flex flex-wrap justify-end gap-2" {...focus}>
      {isReading || resumeAt !== null ? (
        <ReadingButton deckId={deckId} action={actions.stop} name="stop" pending="stopping" />
      ) : null}
      {isReading ? null : (
        <ReadingButton
          deckId={deckId}
          action={actions.resume}
          name={state === 'stopped' ? 'rest' : 'again'}
          pending="starting"
        />
      )}
    </div>
  )
}

type ButtonProps = {
  readonly deckId: string
  readonly action: (form: FormData) => Promise<void>
  readonly name: 'stop' | 'rest' | 'again'
  readonly pending: 'stopping' | 'starting'
}

function ReadingButton({ deckId, action, name, pending }: ButtonProps) {
  const t = useTranslations('reading')
  return (
    <form action={action}>
      <input type="hidden" name="deckId" value={deckId} />
      <SubmitButton variant="secondary" size="slim" pendingLabel={t(pending)}>
        {t(name)}
      </SubmitButton>
    </form>
  )
}
