'use client'

import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentType, useState } from 'react'
import { HEADER_BUTTON, HEADER_ICON } from '../session/session-header'
import type { CardMenuProps } from './card-menu-popup'

const load = () => import('./card-menu-popup')

/** The menu of what can be done with a card. Its code is loaded when a pointer or the focus comes near. */
export function CardMenu(props: CardMenuProps) {
  const t = useTranslations('study.more')
  const [Popup, setPopup] = useState<ComponentType<CardMenuProps> | null>(null)
  const open = async () => {
    const { CardMenuPopup } = await load()
    setPopup(() => CardMenuPopup)
  }
  if (Popup) return <Popup {...props} />
  return (
    <button
      type="button"
      aria-label={t('name')}
      title={t('name')}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={open}
      onPointerEnter={load}
      onFocus={load}
      className={HEADER_BUTTON}
    >
      <Ellipsis {...HEADER_ICON} />
    </button>
  )
}
