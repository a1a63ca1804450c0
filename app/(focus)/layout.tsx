import type { ReactNode } from 'react'

// No site header: each of these screens has its own link out.
export default function FocusLayout({ children }: { children: ReactNode }) {
  return children
}
