export type ExamState = {
  readonly kind: 'unsent' | 'set' | 'removed' | 'past' | 'too-far' | 'unread' | 'no-such-deck'
}
export type ExamAction = (before: ExamState, form: FormData) => Promise<ExamState>
