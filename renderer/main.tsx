import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import "maplibre-gl/dist/maplibre-gl.css";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/flights.css";
import "./styles/layout.css";
import "./styles/panels.css";
import "./styles/profile.css";
import "./styles/map.css";
import { connect } from "./api.ts";
import { App } from "./app.tsx";
import { newQueryClient } from "./state/session.ts";
import { applyTheme, themeOf } from "./theme.ts";

applyTheme(themeOf("system"));
const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root");
const queries = newQueryClient();
createRoot(root).render(
  <QueryClientProvider client={queries}>
    <App api={connect()} queries={queries} />
  </QueryClientProvider>,
);
