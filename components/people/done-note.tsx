import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'

/** Says that it is done, beside the button that did it; read out because the place is there before the words. */
export function DoneNote({ children }: { children: ReactNode }) {
  return <span role="status">{children ? <Badge kind="correct">{children}</Badge> : null}</span>
}
