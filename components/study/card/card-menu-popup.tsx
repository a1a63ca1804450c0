'use client'

import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { Kbd } from '@/components/ui/kbd'
import { openKeys } from '@/components/ui/keys-dialog'
import { RAIL_BUTTON, RAIL_ICON } from '../session/session-header'
import { answerLine } from '../session/use-answer-line'
import { mayFocusLine } from '../session/use-session-focus'
import { type CardDeeds, DEED_KEYS, DEEDS, type DeedName } from './card-actions'

export type MoreMenuProps = {
  deeds: CardDeeds
  starred: boolean
  mayEdit: boolean
  /** The keys write an answer just now. */
  isWritten: boolean
}

/** The menu behind *More*, open as soon as it is here. */
export function MoreMenuPopup({ deeds, starred, mayEdit, isWritten }: MoreMenuProps) {
  const t = useTranslations('study.more')
  const offered = DEEDS.filter((deed) => deeds[deed].enabled && (deed !== 'edit' || mayEdit))
  const wordOf = (deed: DeedName) => t(deed === 'star' && starred ? 'unstar' : deed)
  const picked = useRef(false)
  const pick = (run: () => void) => () => {
    picked.current = true
    run()
  }
  // After a hint the focus goes to the answer line; when the menu closes without a choice, back to its button.
  const focusAfter = () => (picked.current && mayFocusLine() ? answerLine() : null) ?? true
  return (
    <Menu.Root
      modal={false}
      defaultOpen
      onOpenChange={(isOpen) => {
        if (isOpen) picked.current = false
      }}
    >
      <Menu.Trigger aria-label={t('name')} title={t('name')} className={RAIL_BUTTON}>
        <Ellipsis {...RAIL_ICON} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className="z-20">
          <Menu.Popup
            finalFocus={focusAfter}
            className="min-w-60 rounded-control border bg-surface p-1.5 shadow-float outline-none"
          >
            {offered.map((deed) => (
              <Item
                key={deed}
                word={wordOf(deed)}
                keyName={isWritten ? null : DEED_KEYS[deed]}
                onClick={pick(deeds[deed].run)}
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
