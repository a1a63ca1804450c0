'use client'

import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { Kbd } from '@/components/ui/kbd'
import { openKeys } from '@/components/ui/shortcuts-dialog'
import { answerInput } from '../session/answer-input'
import { HEADER_BUTTON, HEADER_ICON } from '../session/session-header'
import { mayFocusInput } from '../session/session-keyboard'
import { CARD_ACTION_KEYS, CARD_ACTIONS, type CardActionName, type CardActions } from './card-actions'

export type CardMenuProps = {
  actions: CardActions
  starred: boolean
  mayEdit: boolean
  /** Keys are typed into the answer now. */
  takesTypedAnswer: boolean
}

/** The menu behind *More*, open as soon as it is here. */
export function CardMenuPopup({ actions, starred, mayEdit, takesTypedAnswer }: CardMenuProps) {
  const t = useTranslations('study.more')
  const offered = CARD_ACTIONS.filter((action) => actions[action].enabled && (action !== 'edit' || mayEdit))
  const wordOf = (action: CardActionName) => t(action === 'star' && starred ? 'unstar' : action)
  const picked = useRef(false)
  const pick = (run: () => void) => () => {
    picked.current = true
    run()
  }
  // After a hint the focus goes to the answer line; when the menu closes without a choice, back to its button.
  const focusAfter = () => (picked.current && mayFocusInput() ? answerInput() : null) ?? true
  return (
    <Menu.Root
      modal={false}
      defaultOpen
      onOpenChange={(isOpen) => {
        if (isOpen) picked.current = false
      }}
    >
      <Menu.Trigger aria-label={t('name')} title={t('name')} className={HEADER_BUTTON}>
        <Ellipsis {...HEADER_ICON} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className="z-20">
          <Menu.Popup
            finalFocus={focusAfter}
            className="min-w-60 rounded-control border bg-surface p-1.5 shadow-float outline-none"
          >
            {offered.map((action) => (
              <Item
                key={action}
                word={wordOf(action)}
                keyName={takesTypedAnswer ? null : CARD_ACTION_KEYS[action]}
                onClick={pick(actions[action].run)}
              />
            ))}
            <Menu.Separator className="my-1.5 border-t" />
            <Item word={t('keys')} keyName="?" onClick={openKeys} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Item({ word, keyName, onClick }: { word: ReactNode; keyName: string | null; onClick: () => void }) {
  return (
    <Menu.Item
      onClick={onClick}
      className="flex min-h-11 w-full cursor-pointer items-center justify-between gap-6 rounded-mark px-3 text-start text-label font-[500] outline-none data-highlighted:bg-sunk"
    >
      {word}
      {keyName ? (
        <span className="text-ink-muted">
          <Kbd>{keyName}</Kbd>
        </span>
      ) : null}
    </Menu.Item>
  )
}
