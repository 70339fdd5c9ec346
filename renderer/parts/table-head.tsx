export type Column = {
  name: string;
  /** Numbers stand at the right, and so does their header. */
  number?: boolean;
  title?: string;
  /** The column speaks for itself; its name is for screen readers only. */
  quiet?: boolean;
};

/** The row of headers of a table. */
export function TableHead({ columns }: { columns: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {columns.map(({ name, number = false, title, quiet = false }) => (
          <th key={name} scope="col" className={number ? "number" : undefined} title={title}>
            {quiet ? <span className="unseen">{name}</span> : name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
