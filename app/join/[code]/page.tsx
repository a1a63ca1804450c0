import { parseClassCode, sayClassCode } from '@/lib/core/people/access-codes'
import { CLASS_CODE_CHARACTERS } from '@/lib/core/shared/input-limits'
import { JoinScreen, type JoinSearch } from '../join-screen'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<JoinSearch> }

export default async function JoinByCodePage({ params, searchParams }: Props) {
  const typed = readTyped((await params).code)
  const code = parseClassCode(typed)
  return (
    <JoinScreen code={code ? sayClassCode(code) : typed.slice(0, CLASS_CODE_CHARACTERS)} search={await searchParams} />
  )
}

function readTyped(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
