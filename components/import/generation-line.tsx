'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { SubmitButton } from '../ui/field'
import { type Incomplete, useGenerationState } from './use-generation-state'

/** Each takes a form with the deck's id. */
type GenerationActions = {
  readonly cancel: (form: FormData) => Promise<void>
  readonly resume: (form: FormData) => Promise<void>
}

type Props = { deckId: string; state: Incomplete; mayEdit: boolean; actions: GenerationActions }

/** How far the text of a deck is read. Its owner may cancel the rest, or resume it. */
export function GenerationLine({ deckId, state, mayEdit, actions }: Props) {
  const t = useTranslations('deck.generation')
  const now = useGenerationState(deckId, state)
  const { line, press } = useFocusAfterPress(state.kind)
  const { page, pages, facts } = now
  const isGenerating = now.kind === 'generating'
  return (
    <section
      aria-label={t('name')}
      className="flex min-h-15 flex-wrap items-center gap-x-5 gap-y-2 border-b py-2 text-label text-ink-muted"
    >
      {isGenerating ? <Bar part={page / pages} /> : null}
      <p ref={line} tabIndex={-1} className="me-auto min-w-0 tabular-nums outline-offset-2">
        {t(isGenerating ? 'generating' : now.reason, { page, pages, facts })}
        {isGenerating ? <noscript> {t('reload')}</noscript> : null}
      </p>
      {mayEdit ? (
        <form action={isGenerating ? actions.cancel : actions.resume} onSubmit={press}>
          <input type="hidden" name="deckId" value={deckId} />
          <SubmitButton
            key={now.kind}
            variant="secondary"
            size="slim"
            pendingLabel={t(isGenerating ? 'cancelling' : 'starting')}
          >
            {t(isGenerating ? 'cancel' : 'rest')}
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
function useFocusAfterPress(kind: Incomplete['kind']) {
  const line = useRef<HTMLParagraphElement>(null)
  const pressedAt = useRef<Incomplete['kind'] | null>(null)
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
