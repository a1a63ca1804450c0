'use client'

import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentType, useState } from 'react'
import { RAIL_BUTTON, RAIL_ICON } from '../session/session-header'
import type { MoreMenuProps } from './card-menu-popup'

const load = () => import('./card-menu-popup')

/** All that can be done with a card, for whoever has no keys. The menu itself is fetched when a pointer or the focus comes near. */
export function MoreMenu(props: MoreMenuProps) {
  const t = useTranslations('study.more')
  const [Popup, setPopup] = useState<ComponentType<MoreMenuProps> | null>(null)
  const open = async () => {
    const { MoreMenuPopup } = await load()
    setPopup(() => MoreMenuPopup)
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
      className={RAIL_BUTTON}
    >
      <Ellipsis {...RAIL_ICON} />
    </button>
  )
}
