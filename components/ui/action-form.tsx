'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, type SubmitEvent, startTransition, useActionState, useRef, useState } from 'react'
import { FormError } from './field'

type StateAction<State> = (before: State, form: FormData) => Promise<State>

/**
 * `useActionState` for an `ActionForm`: if the server cannot be reached, the form and its words stay. They also stay after
 * an answer that `staysFilled`; a form that fills its fields from the answer needs none.
 */
export function useActionForm<State>(
  action: StateAction<State>,
  unsent: Awaited<State>,
  staysFilled?: (answer: State) => boolean,
) {
  const sent = useRef<HTMLFormElement>(null)
  const [isUnreached, setUnreached] = useState(false)
  const sendOrStay = async (before: Awaited<State>, form: FormData): Promise<State> => {
    setUnreached(false)
    try {
      const answer = await action(before, form)
      if (staysFilled?.(answer)) keepFilled(sent.current)
      return answer
    } catch (error) {
      if (isAnswer(error)) throw error
      keepFilled(sent.current)
      startTransition(() => setUnreached(true))
      return before
    }
  }
  // In HTML the form posts to the action itself, so that it works without scripts.
  const isInHtml = typeof window === 'undefined'
  const [state, send, isPending] = useActionState<State, FormData>(isInHtml ? action : sendOrStay, unsent)
  const onSubmitCapture = ({ currentTarget }: SubmitEvent<HTMLFormElement>) => {
    sent.current = currentTarget
  }
  return { state, isPending, isUnreached, props: { action: send, onSubmitCapture } }
}

/** React resets a form after its action, and calls no `onReset` then. */
function keepFilled(form: HTMLFormElement | null): void {
  form?.addEventListener('reset', (event) => event.preventDefault(), { once: true })
}

/** The server's own errors and redirects have a digest; a page of an older version asks for what is no longer there. */
const isAnswer = (error: unknown): boolean =>
  error instanceof Error && ('digest' in error || error.name === 'UnrecognizedActionError')

export type ActionFormProps = Omit<ComponentProps<'form'>, 'action' | 'onSubmitCapture' | 'form'> & {
  form: Pick<ReturnType<typeof useActionForm>, 'isUnreached' | 'props'>
}

export function ActionForm({ form, children, ...rest }: ActionFormProps) {
  const t = useTranslations('common')
  return (
    <form {...rest} {...form.props}>
      {children}
      <FormError>{form.isUnreached ? t('unreachable') : null}</FormError>
    </form>
  )
}
