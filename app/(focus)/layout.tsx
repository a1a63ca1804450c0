import type { ReactNode } from 'react'

// One task and nothing beside it: no masthead. Each screen brings its own way out.
export default function FocusLayout({ children }: { children: ReactNode }) {
  return children
}
