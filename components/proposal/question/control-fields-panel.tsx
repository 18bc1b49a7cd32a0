'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/form-error';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import type { ActionResult } from '@/lib/contracts/action-result';
import { type FieldChoice, pathOfChoice } from './field-choice';
import { FieldPicker } from './field-picker';

interface ControlFieldsPanelProps {
  proposalId: string;
  pointers: string[];
  choices: readonly FieldChoice[];
  setControlFields: (input: unknown) => Promise<ActionResult<void>>;
  mayEdit: boolean;
}

/** Fields that serve no metric and are needed all the same, because they control or validate data. */
export function ControlFieldsPanel(props: ControlFieldsPanelProps) {
  const { proposalId, pointers, choices, setControlFields, mayEdit } = props;
  const [value, setValue] = useState<string[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    const result = await setControlFields({ proposalId, fieldPointers: value ?? [] });
    setPending(false);
    setError(result.ok ? null : result.error.message);
    if (result.ok) setValue(null);
  };
  return (
    <Panel
      title="Fields that control or validate"
      actions={
        mayEdit && (
          <Button size="sm" onClick={() => setValue(pointers)}>
            Choose
          </Button>
        )
      }
    >
      <p className="text-muted text-xs">
        They serve no metric: a sampling rate, a schema version of the client, a flag that marks test data.
      </p>
      <p className="mt-2 flex flex-wrap gap-1">
        {pointers.map((pointer) => (
          <Tag key={pointer} mono>
            {pathOfChoice(pointer, choices)}
          </Tag>
        ))}
        {pointers.length === 0 && <span className="text-faint text-xs">None.</span>}
      </p>
      {value && (
        <Dialog
          open
          onOpenChange={(open) => !open && setValue(null)}
          title="Fields that control or validate"
          description="Every other new field should serve a metric, or go."
          footer={
            <>
              <Button onClick={() => setValue(null)}>Cancel</Button>
              <Button variant="primary" loading={pending} onClick={save}>
                Save
              </Button>
            </>
          }
        >
          <FieldPicker label="Fields" choices={choices} value={value} onChange={setValue} />
          {error && <FormError>{error}</FormError>}
        </Dialog>
      )}
    </Panel>
  );
}
