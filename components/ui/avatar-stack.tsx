import { Avatar } from './avatar';

export interface AvatarStackProps {
  names: string[];
  /** How many are drawn before the rest becomes a number. */
  max?: number;
  size?: 'sm' | 'md';
}

/** Several people in the room of one and a half. All names are read out. */
export function AvatarStack({ names, max = 4, size = 'sm' }: AvatarStackProps) {
  const shown = names.slice(0, max);
  const rest = names.length - shown.length;
  if (names.length === 0) return null;
  return (
    <span
      role="img"
      aria-label={names.join(', ')}
      title={names.join(', ')}
      className="inline-flex items-center"
    >
      {shown.map((name, index) => (
        <span
          key={`${index}-${name}`}
          className="-ms-0.5 inline-flex rounded-full bg-surface-raised ring-2 ring-surface-raised first:ms-0"
        >
          <Avatar name={name} size={size} decorative />
        </span>
      ))}
      {rest > 0 && <span className="ms-1 text-muted text-xs">+{rest}</span>}
    </span>
  );
}
