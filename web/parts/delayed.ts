/** A value that follows another one only after it has rested, so that typing does not ask the server at every letter. */
import { useEffect, useState } from 'react'

export function useDelayed<Value>(value: Value, milliseconds: number): Value {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return rested
}
