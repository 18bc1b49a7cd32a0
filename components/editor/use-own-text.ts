import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { ValueEcho } from './value-echo';

/** The text as the editor has it, apart from the value that its owner may hand back late. */
export interface OwnText {
  /** What stands in the editor at this moment. */
  latest: RefObject<string>;
  /** The same, for rendering. */
  shown: string;
  /** The last text that came from elsewhere; a new object each time. */
  news: { text: string };
  /** Records what a person wrote here, and tells the owner. */
  write: (text: string) => void;
}

/** Holds an editor's text so that typing is never undone by its own echo, and changes from elsewhere still arrive. */
export function useOwnText(value: string, onChange: (value: string) => void): OwnText {
  const echo = useRef(new ValueEcho());
  const latest = useRef(value);
  const [shown, setShown] = useState(value);
  const [news, setNews] = useState({ text: value });

  const takeValue = useEffectEvent((next: string) => {
    if (!echo.current.isNews(next) || next === latest.current) return;
    latest.current = next;
    setShown(next);
    setNews({ text: next });
  });
  useEffect(() => takeValue(value), [value]);

  const write = useCallback(
    (text: string) => {
      latest.current = text;
      echo.current.told(text);
      setShown(text);
      onChange(text);
    },
    [onChange],
  );
  return { latest, shown, news, write };
}
