export const HELP = `Daliz on the command line.

  npm run -s daliz -- COMMAND ...

Commands
  plan POINT POINT ... --etd INSTANT [options]   assess a route
  plan --file FLIGHT.json                        assess a saved flight
  flights list [--text WORDS] [--filter all|needs-action|cleared]
  flights import FLIGHT.json                     store a flight from a file
  flights export ID [--out FLIGHT.json]          write a stored flight as a file
  packet export ID --out DIR                     write the packet of a stored flight
  packet export --file FLIGHT.json --out DIR
  packet export --example --out DIR
  packet verify PACKET.zip                       exit status 0, or 1 with the reason
  database check                                 whether everything stored fits together
  call NAME 'INPUT AS JSON'                      any call of the host, such as call host.info

Points of a route
  LTAC               an ICAO aerodrome, overflown inside a route
  UATE+90            an aerodrome with a stop of 90 minutes on the ground
  ERZ                a navaid; the nearest to the route where several share the ident
  4018N04336E        a position in degrees and minutes (also 40N043E)
  40.3,43.6          latitude,longitude in degrees
  ERZ/N0400F330      any point with a change of speed and level from there on

Options of plan
  --etd INSTANT      off block, with its zone: 2026-12-01T06:00Z, 2026-12-01T09:00+03:00
  --level F310       cruising level
  --tas-kt N         true airspeed in knots
  --headwind-kt N    mean wind against the flight, negative for a tail wind
  --corridor-nm N    half-width of the corridor in nautical miles
  --taxi-min N       minutes from off block to take-off
  --mode planning|published   payload model
  --paratroopers N   load, or
  --payload-kg N     load in kilograms

Everywhere
  --json             one JSON object instead of text
  --db FILE          the database, instead of the one in the user's data folder
  --help             this text

Exit status 0, or 2 with one sentence on standard error.`;
