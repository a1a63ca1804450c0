'use client'

import { clsx } from 'clsx'
import { type ReactNode, useState } from 'react'

/** The present card, on a pile while more come after it. It turns about its vertical axis when the answer is shown on this screen. */
export function TurningCard(props: { shown: boolean; isLast: boolean; front: ReactNode; back: ReactNode }) {
  const { shown, isLast } = props
  // A card that is open when it comes (reload, undo) has been turned already.
  const [wasOpen] = useState(shown)
  return (
    <CardPlace>
      {/* In a hand the question fills the screen; an answer is read from the top. */}
      <div
        className={clsx(
          'grid self-center max-sm:mb-4',
          isLast || 'pile',
          shown ? 'max-sm:self-start' : 'max-sm:self-stretch',
        )}
      >
        <div className={clsx('relative z-1 grid', shown && !wasOpen && 'animate-turn')}>
          {shown ? props.back : props.front}
        </div>
      </div>
    </CardPlace>
  )
}

/** Where the card lies, turned or in its author's hands. */
export function CardPlace({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto grid w-full max-w-[45rem] px-[var(--gutter)] pt-8 pb-6 max-sm:px-4 max-sm:pt-4">
      {children}
    </div>
  )
}
