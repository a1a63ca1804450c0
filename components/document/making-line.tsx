'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { SubmitButton } from '../ui/field'
import { type Partly, useMaking } from './use-making'

/** Each takes a form with the deck's id. */
type MakingActions = {
  readonly stop: (form: FormData) => Promise<void>
  readonly makeRest: (form: FormData) => Promise<void>
}

type Props = { deckId: string; making: Partly; mayEdit: boolean; actions: MakingActions }

/** How far the text is read, for a deck that can be studied already. Its owner may stop there, or have the rest made. */
export function MakingLine({ deckId, making, mayEdit, actions }: Props) {
  const t = useTranslations('deck.making')
  const now = useMaking(deckId, making)
  const { line, press } = useFocusAfterPress(making.kind)
  const { page, pages, facts } = now
  const goesOn = now.kind === 'making'
  return (
    <section
      aria-label={t('name')}
      className="flex min-h-15 flex-wrap items-center gap-x-5 gap-y-2 border-b py-2 text-label text-ink-muted"
    >
      {goesOn ? <Bar part={page / pages} /> : null}
      <p ref={line} tabIndex={-1} className="me-auto min-w-0 tabular-nums outline-offset-2">
        {t(goesOn ? 'making' : now.reason, { page, pages, facts })}
        {goesOn ? <noscript> {t('reload')}</noscript> : null}
      </p>
      {mayEdit ? (
        <form action={goesOn ? actions.stop : actions.makeRest} onSubmit={press}>
          <input type="hidden" name="deckId" value={deckId} />
          <SubmitButton
            key={now.kind}
            variant="secondary"
            size="slim"
            pendingLabel={t(goesOn ? 'cancelling' : 'starting')}
          >
            {t(goesOn ? 'cancel' : 'rest')}
          </SubmitButton>
        </form>
      ) : null}
    </section>
  )
}

/** The line says the same in words. */
function Bar({ part }: { part: number }) {
  return (
    <span aria-hidden="true" className="h-1.5 w-24 flex-none overflow-hidden rounded-mark bg-sunk max-sm:w-full">
      <span
        className="block h-full bg-data-1 transition-[inline-size] duration-150"
        style={{ inlineSize: `${Math.round(part * 100)}%` }}
      />
    </span>
  )
}

/** The button that was pressed goes: whoever pressed it is led to what came of it. */
function useFocusAfterPress(kind: Partly['kind']) {
  const line = useRef<HTMLParagraphElement>(null)
  const pressedAt = useRef<Partly['kind'] | null>(null)
  useEffect(() => {
    if (pressedAt.current === null || pressedAt.current === kind) return
    pressedAt.current = null
    line.current?.focus()
  }, [kind])
  const press = () => {
    pressedAt.current = kind
  }
  return { line, press }
}
