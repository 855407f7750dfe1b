/** One thing an officer does: sent, said to be done, and everything on the screen that it changed read again. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { sentenceOf } from '../api/problem.ts'

/** `done` is the sentence shown afterwards; every list and page on the screen is read again. */
export function useAct<Input, Answer>(
  act: (input: Input) => Promise<Answer>,
  done?: string | ((answer: Answer) => string | undefined),
  after?: (answer: Answer) => void,
) {
  const { message } = App.useApp()
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (answer) => {
      const sentence = typeof done === 'function' ? done(answer) : done
      if (sentence) void message.success(sentence)
      void client.invalidateQueries()
      after?.(answer)
    },
    onError: (error) => void message.error(sentenceOf(error), 6),
  })
}
