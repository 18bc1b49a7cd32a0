'use client';

import { type ReactNode, useMemo, useState } from 'react';
import { type SortValue, sortRows } from './sort-rows';
import {
  type SortDirection,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  type TableProps,
  TableRow,
} from './table';

export interface DataColumn<Row> {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Makes the column sortable. */
  sortValue?: (row: Row) => SortValue;
  align?: 'start' | 'end' | 'center';
  mono?: boolean;
  muted?: boolean;
  nowrap?: boolean;
  /** The column that names the row; one at most. */
  rowHeader?: boolean;
  className?: string;
}

export interface DataTableProps<Row> extends Pick<TableProps, 'label' | 'maxHeight' | 'framed'> {
  columns: DataColumn<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  defaultSort?: { id: string; direction: SortDirection };
  isSelected?: (row: Row) => boolean;
  /** In place of the rows where there are none. */
  empty?: ReactNode;
}

interface Sort {
  id: string;
  direction: SortDirection;
}

/** One way, the other way, and back to the order the rows came in. */
function nextSort(sort: Sort | null, id: string): Sort | null {
  if (sort?.id !== id) return { id, direction: 'ascending' };
  return sort.direction === 'ascending' ? { id, direction: 'descending' } : null;
}

/** A table that the reader can sort by clicking the head of a column. All rows are here already. */
export function DataTable<Row>({
  columns,
  rows,
  rowKey,
  defaultSort,
  isSelected,
  empty,
  ...table
}: DataTableProps<Row>) {
  const [sort, setSort] = useState<Sort | null>(defaultSort ?? null);
  const keyOf = columns.find((column) => column.id === sort?.id)?.sortValue;
  const sorted = useMemo(
    () => (sort && keyOf ? sortRows(rows, keyOf, sort.direction) : rows),
    [rows, sort, keyOf],
  );
  if (rows.length === 0 && empty) return empty;
  return (
    <Table {...table}>
      <TableHead>
        <tr>
          {columns.map((column) => (
            <TableHeaderCell
              key={column.id}
              align={column.align}
              sort={sort?.id === column.id ? sort.direction : null}
              onSort={column.sortValue ? () => setSort(nextSort(sort, column.id)) : undefined}
            >
              {column.header}
            </TableHeaderCell>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {sorted.map((row) => (
          <TableRow key={rowKey(row)} selected={isSelected?.(row)}>
            {columns.map(({ id, cell, align, mono, muted, nowrap, rowHeader, className }) => (
              <TableCell key={id} {...{ align, mono, muted, nowrap, rowHeader, className }}>
                {cell(row)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
