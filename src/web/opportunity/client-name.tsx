import { useMay } from "#web/app/me.ts";
import { Link } from "#web/kit/link.tsx";

type ClientNameProps = { readonly client: { readonly id: string; readonly name: string }; readonly className?: string | undefined };

/** Leads to the client's page, where the reader may go there. */
export function ClientName({ client, className }: ClientNameProps) {
  const maySee = useMay("clients", "read");
  if (!maySee) return <span className={className}>{client.name}</span>;
  return (
    <Link href={`/clients/${client.id}`} look="bare" className={className}>
      {client.name}
    </Link>
  );
}
