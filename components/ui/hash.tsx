import { classNames } from './class-names';
import { CopyButton } from './copy-button';

export interface HashProps {
  value: string;
  /** How many characters are shown. */
  length?: number;
  copyable?: boolean;
  /** What it is a hash of, for the copy button: “Copy commit”. */
  label?: string;
  className?: string;
}

/** The first characters of a hash; the whole of it on hover and on the clipboard. */
export function Hash({ value, length = 8, copyable = true, label = 'Copy hash', className }: HashProps) {
  return (
    <span className={classNames('inline-flex items-center gap-0.5 align-middle', className)}>
      <code title={value} className="text-xs">
        {value.slice(0, length)}
      </code>
      {copyable && <CopyButton value={value} label={label} size="sm" className="!h-5 !w-5" />}
    </span>
  );
}
